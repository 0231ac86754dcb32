package org.coptest.dist.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.security.Security;
import java.time.Clock;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.coptest.spi.Bench;
import org.coptest.spi.Rule;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.Dut;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses PRODUCT = ProductClasses.all();
  private static final String SPI = "org.coptest.spi..";
  private static final String PROBES = "org.coptest.probes..";
  private static final String HARNESS = "org.coptest.harness..";
  private static final String EMULATORS = "org.coptest.emulators..";
  private static final String SOCKETS =
      "(java\\.net\\.(Server|Datagram|Multicast)?Socket"
          + "|java\\.nio\\.channels\\.(Asynchronous)?(Server)?(Socket|Datagram)Channel"
          + "|javax\\.net\\..*Socket.*|java\\.net\\.http\\..*|java\\.net\\.U(RL|RI)Connection"
          + "|java\\.net\\.HttpURLConnection)";

  @Test
  void theSpiStandsAlone() {
    check(
        classes()
            .that()
            .resideInAPackage(SPI)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(SPI, "java..", "org.jspecify.annotations..")
            .because("a plug-in compiled against it must not break when a library of ours moves"));
  }

  @Test
  void probesSeeTheSpiOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage(PROBES)
            .should()
            .dependOnClassesThat(
                resideInAPackage("org.coptest..").and(not(resideInAnyPackage(SPI, PROBES))))
            .because("our probes must need nothing that a probe of a lab cannot have"));
  }

  @Test
  void theHarnessKnowsNeitherProbesNorEmulators() {
    check(
        noClasses()
            .that()
            .resideInAPackage(HARNESS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PROBES, EMULATORS, "org.coptest.testng..")
            .because("what is special about one probe or one fake device belongs to that alone"));
  }

  @Test
  void emulatorsShareNothingWithWhatLooksAtThem() {
    check(
        noClasses()
            .that()
            .resideInAPackage(EMULATORS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PROBES, HARNESS, "org.coptest.testng..")
            .because("a codec on both sides hides its own fault"));
  }

  @Test
  void theEngineKnowsNeitherYamlNorReportsNorTheCommandLine() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("org.coptest.harness.engine..", "org.coptest.harness.plan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.coptest.harness.yaml..",
                "org.coptest.harness.report..",
                "org.coptest.harness.cli..",
                "org.snakeyaml..",
                "io.qameta..",
                "picocli..")
            .because("reports are views of the record, and files one way of writing a plan"));
  }

  @Test
  void allureStaysBehindItsReporter() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.coptest.harness.report.allure..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.qameta..")
            .because("the record is ours and Allure one view of it"));
  }

  @Test
  void testNgStaysInItsModule() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.coptest.testng..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.testng..")
            .because("it is an optional second engine for suites of a lab"));
  }

  @Test
  void onlyTheTargetOpensSockets() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(HARNESS, PROBES, "org.coptest.testng..")
            .and()
            .resideOutsideOfPackage("org.coptest.harness.target..")
            .and(not(nameMatching(SocketsOverChannels.NAMES)))
            .should()
            .dependOnClassesThat(nameMatching(SOCKETS))
            .because(
                "scope, pace, budgets and transcripts hold only where there is no other door"));
  }

  @Test
  void aSocketOfAProbeIsAChannelInDisguise() {
    var disguises = PRODUCT.that(nameMatching(SocketsOverChannels.NAMES));

    classes()
        .that(assignableTo(java.net.Socket.class))
        .should(SocketsOverChannels.connectNothing())
        .andShould()
        .dependOnClassesThat(assignableTo(Channel.class))
        .because("a library that wants a socket gets the open channel of the Dut and no other")
        .check(disguises);
    noClasses()
        .should(SocketsOverChannels.makeRealSockets())
        .because("the factory hands out the disguise only")
        .check(disguises);
  }

  @Test
  void rulesArePure() {
    check(
        noClasses()
            .that()
            .implement(Rule.class)
            .should()
            .dependOnClassesThat(
                assignableTo(Dut.class)
                    .or(assignableTo(Bench.class))
                    .or(assignableTo(Channel.class))
                    .or(assignableTo(Clock.class))
                    .or(assignableTo(Random.class))
                    .or(assignableTo(RandomGenerator.class))
                    .or(nameMatching(SOCKETS))
                    .or(nameMatching("java\\.(io\\.File.*|nio\\.file\\..*)")))
            .because("a record must give the same verdict today, tomorrow and on another bench"));
  }

  @Test
  void rulesAskNobodyForTheTime() {
    check(
        noClasses()
            .that()
            .implement(Rule.class)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .because("the day of judging comes in with the criteria"));
  }

  @Test
  void probesPrintNothing() {
    check(
        noClasses()
            .that()
            .resideInAPackage(PROBES)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("what a probe has to say is its observation and its evidence"));
  }

  @Test
  void securityPropertiesOfTheVirtualMachineStayAsTheyAre() {
    check(
        noClasses()
            .should()
            .callMethod(Security.class, "setProperty", String.class, String.class)
            .orShould()
            .callMethod(Security.class, "addProvider", java.security.Provider.class)
            .orShould()
            .callMethod(Security.class, "insertProviderAt", java.security.Provider.class, int.class)
            .because("weak ciphers for one probe must not become weak ciphers for all"));
  }

  @Test
  void nothingIsStaticAndChangesToo() {
    check(
        fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .andShould(ImmutableStatics.holdNoMutableType())
            .because("two campaigns in one process must not meet in a static"));
  }

  @Test
  void probesAreNoTowers() {
    check(
        noClasses()
            .that()
            .resideInAPackage(PROBES)
            .and()
            .areNotInterfaces()
            .should()
            .haveModifier(JavaModifier.ABSTRACT)
            .because("reuse comes from instruments; a probe is read in one file"));
  }

  @Test
  void namesSayWhatThingsAre() {
    check(
        noClasses()
            .that()
            .doNotHaveSimpleName("NetSecImpl") // table 12 of the IXIT is called so
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameContaining("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("such a name says nothing and so everything ends up behind it"));
  }

  private static void check(ArchRule rule) {
    rule.check(PRODUCT);
  }
}
