package org.coptest.harness.target.declaration;

import java.util.List;
import java.util.stream.Stream;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.Spelling;
import org.coptest.harness.yaml.YamlScalar;

/**
 * There is exactly one way to the device, it exists, and it does not lead to the internet by
 * accident.
 */
final class ReachCheck implements TargetCheck {
  private static final List<String> WAYS = List.of("host", "hosts", "emulate", "qemu");

  @Override
  public void check(EffectiveTarget target, References references, Problems problems) {
    var ways = WAYS.stream().filter(way -> !target.select("reach." + way).isEmpty()).toList();
    if (ways.size() != 1) {
      problems.add(
          target.at("reach"),
          "reach names %s, expected exactly one of %s"
              .formatted(
                  ways.isEmpty() ? "no way to the device" : String.join(" and ", ways),
                  String.join(", ", WAYS)));
    }
    target
        .select("reach.qemu")
        .forEach(found ->
            problems.add(
                found.node().at(),
                "reach.qemu is not in this release",
                "start the image yourself and give its address as reach.host"));
    target.scalars("reach.emulate").forEach(each -> checkEmulated(each, references, problems));
    checkHosts(target, references, problems);
  }

  private static void checkEmulated(YamlScalar emulate, References references, Problems problems) {
    var known = references.emulated();
    if (!known.contains(emulate.text())) {
      problems.add(
          emulate.at(),
          "reach.emulate: found %s, expected an emulated device of this installation"
              .formatted(emulate.described()),
          () -> Spelling.hint(emulate.text(), known, "known ones"));
    }
  }

  /** References are looked through, and what they cannot resolve is told by the binder. */
  private static void checkHosts(EffectiveTarget target, References references, Problems problems) {
    var hosts = target.scalars("reach.hosts[]");
    if (hosts.isEmpty()) {
      target
          .select("reach.hosts")
          .forEach(found -> problems.add(found.node().at(), "reach.hosts lists no address"));
    }
    var resolver = new DeclarationReferences(target, references, EmulatedValues.none());
    Stream.concat(target.scalars("reach.host").stream(), hosts.stream())
        .forEach(written ->
            resolver.host(written).ifPresent(host -> checkHost(target, written, host, problems)));
  }

  private static void checkHost(
      EffectiveTarget target, YamlScalar written, String host, Problems problems) {
    switch (HostText.of(host)) {
      case HostText.Invalid invalid ->
          problems.add(
              written.at(),
              "reach: found %s, expected an address or a host name".formatted(written.described()),
              invalid.why());
      case HostText.Literal literal when literal.isPublic() && !mayReachPublic(target) ->
          problems.add(
              written.at(),
              "reach: %s is a public address, which nobody allowed".formatted(literal.text()),
              "to test it set reach.allowPublic: true and say who authorised it under authorised");
      case HostText.Literal literal -> {}
      case HostText.Name name -> {}
    }
  }

  private static boolean mayReachPublic(EffectiveTarget target) {
    return target.text("reach.allowPublic").filter("true"::equalsIgnoreCase).isPresent()
        && !target.select("authorised.by").isEmpty();
  }
}
