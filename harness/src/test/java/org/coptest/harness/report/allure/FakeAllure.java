package org.coptest.harness.report.allure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Stands in for the generator: writes a page with a tracker, or does what its first word says. */
public final class FakeAllure {
  private FakeAllure() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    var words = List.of(args);
    var out = Path.of(words.get(words.indexOf("-o") + 1));
    switch (words.get(0)) {
      case "hangs" -> Thread.sleep(60_000);
      case "fails" -> {
        System.err.println("something is wrong");
        System.exit(3);
      }
      case "calls-home" -> page(out, "<img src=\"https://example.org/a.png\">");
      default -> page(out, words.contains("--single-file") ? "single" : "folder");
    }
  }

  private static void page(Path out, String body) throws IOException {
    Files.createDirectories(out);
    Files.writeString(
        out.resolve("index.html"),
        """
        <!DOCTYPE html>
        <html><head><title>Allure Report</title>
        <script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>
        </head><body>%s
        <script src="app.js"></script>
        <script>
            window.dataLayer = window.dataLayer || [];
            function gtag(){dataLayer.push(arguments);}
        </script>
        </body></html>
        """
            .formatted(body + " " + System.getenv("ALLURE_NO_ANALYTICS")));
  }
}
