package org.coptest.harness.target.driver;

import java.time.Duration;
import java.util.Optional;
import org.coptest.spi.Driver;
import org.coptest.spi.declaration.DriverRecipe;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;

/** The drivers that a target declares, ready to be used on it. */
public final class DeclaredDrivers {
  private static final Duration USUAL_LIMIT = Duration.ofMinutes(2);
  private final Target target;
  private final Dut dut;

  /** Of this target, behind this door. */
  public DeclaredDrivers(Target target, Dut dut) {
    this.target = target;
    this.dut = dut;
  }

  /** The driver of this name; empty when none is declared. */
  public Optional<Driver> named(String name) {
    return Optional.ofNullable(target.drivers().get(name)).map(recipe -> driver(name, recipe));
  }

  private Driver driver(String name, DriverRecipe recipe) {
    var limit = recipe.limit().orElse(USUAL_LIMIT);
    var path = "drivers." + name;
    return recipe
        .command()
        .<Driver>map(command -> new CommandDriver(path, command, recipe.at(), limit, dut))
        .orElseGet(() -> new RecipeDriver(path, recipe, limit, target, dut));
  }
}
