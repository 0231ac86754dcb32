package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Optional;
import org.coptest.probes.instrument.http.form.FormDoor;
import org.coptest.probes.instrument.http.form.Recipe;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.spi.Bench;
import org.coptest.spi.Probe;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.LoginEndpoint;
import org.coptest.spi.declaration.LoginFormat;

/** Tries widely known credentials on every web form and declared JSON login, between controls. */
@AutoService(Probe.class)
public final class HttpFormDefaults implements TriesDefaults {
  private final DefaultLogins logins;

  /** With the bundled list. */
  public HttpFormDefaults() {
    this(CredentialList.bundled(), Patience.standard());
  }

  HttpFormDefaults(CredentialList list, Patience patience) {
    this.logins =
        new DefaultLogins(LoginProtocol.HTTP_FORM, HttpFormDefaults::door, list, patience);
  }

  @Override
  public String id() {
    return "passwords.http-form-defaults";
  }

  @Override
  public DefaultLogins logins() {
    return logins;
  }

  private static LoginDoor door(LoginPlace place, Bench bench) {
    var endpoint = place.surface().endpoint();
    return new FormDoor(bench.dut(), endpoint, place.tls(), recipe(place), bench.random());
  }

  private static Recipe recipe(LoginPlace place) {
    var mech = place.declared();
    var endpoint = mech.flatMap(AuthMech::endpoint);
    var format = endpoint.flatMap(LoginEndpoint::format);
    var word = mech.flatMap(AuthMech::protocol).orElse("");
    var password = endpoint.flatMap(LoginEndpoint::passwordField);
    return new Recipe(
        field -> where(mech, field),
        password.isPresent() || format.isPresent() || LoginProtocol.HTTP_FORM.namedBy(word),
        format.map(LoginFormat.JSON::equals).orElseGet(() -> word.endsWith("json")),
        endpoint.flatMap(LoginEndpoint::path),
        endpoint.flatMap(LoginEndpoint::userField),
        password,
        !endpoint.flatMap(LoginEndpoint::method).orElse("POST").equalsIgnoreCase("GET"),
        endpoint.flatMap(LoginEndpoint::extra).orElse(Map.of()),
        endpoint.flatMap(LoginEndpoint::csrfFrom),
        endpoint.flatMap(LoginEndpoint::tokenField),
        mech.flatMap(AuthMech::protectedReference));
  }

  /** {@code ixit.authMech[AuthMech-Web].endpoint.path at targets.yaml:12:7}. */
  private static String where(Optional<AuthMech> mech, String field) {
    if (mech.isEmpty()) {
      return "ixit.authMech declares no login here, and its " + field;
    }
    var path = DeclaredLogins.path(mech.get());
    var at = mech.get().endpoint().map(LoginEndpoint::at).orElse(mech.get().at()).text();
    return field.equals("protectedReference")
        ? "%s.%s at %s".formatted(path, field, mech.get().at().text())
        : "%s.endpoint.%s at %s".formatted(path, field, at);
  }
}
