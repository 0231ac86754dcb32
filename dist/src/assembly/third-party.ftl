Third-party software in lib/ of this distribution, each under its own licence.
The jars are unmodified and hold their own licence and notice files.
allure/ holds the Allure command line (Apache-2.0) without its upload plug-ins; its jars hold their own notices.

<#function licences names>
  <#assign joined = "" />
  <#list names as name>
    <#assign joined = joined + (joined?has_content)?then(" or ", "") + name />
  </#list>
  <#return joined>
</#function>
<#list dependencyMap as entry>
<#if entry.getKey().groupId != "org.coptest">
${entry.getKey().groupId}:${entry.getKey().artifactId}:${entry.getKey().version}  ${licences(entry.getValue())}
</#if>
</#list>
