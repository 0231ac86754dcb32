package org.coptest.harness.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The root command; it only names the others. */
@Command(
    name = "coptest",
    description = {
      "Checks consumer-IoT devices against India's TEC Code of Practice (TEC 31318:2021).",
      "A PASS was earned; a FAIL can be shown.",
      ""
    },
    footer = {"", "Start with: coptest demo"},
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      InitCommand.class,
      DoctorCommand.class,
      PlanCommand.class,
      RunCommand.class,
      GateCommand.class,
      RejudgeCommand.class,
      ReportCommand.class,
      ExplainCommand.class,
      ListCommand.class,
      SelftestCommand.class,
      HelpCommand.class
    })
final class CoptestCommand implements Runnable {
  @picocli.CommandLine.Spec
  private picocli.CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
