package org.coptest.probes.instrument.ssh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.sshd.client.auth.AbstractUserAuth;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/** The method {@code publickey} (RFC 4252, 7): shows one key after the other, and notes answers. */
final class ShownKeys extends AbstractUserAuth {
  private final List<KeyOffer> offers;
  private final List<KeyOutcome> answers;
  private int shown;

  /** Answers are added to the list as they come. */
  ShownKeys(List<KeyOffer> offers, List<KeyOutcome> answers) {
    super("publickey");
    this.offers = offers;
    this.answers = answers;
  }

  @Override
  protected boolean sendAuthDataRequest(ClientSession session, String service) throws Exception {
    if (shown == offers.size()) {
      return false;
    }
    var offer = offers.get(shown++);
    session.writePacket(request(session, service, offer));
    return true;
  }

  private static Buffer request(ClientSession session, String service, KeyOffer offer)
      throws Exception {
    var buffer = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_REQUEST);
    body(buffer, session, service, offer);
    if (offer.signer().isPresent()) {
      var message = new ByteArrayBuffer();
      message.putBytes(session.getSessionId());
      message.putByte(SshConstants.SSH_MSG_USERAUTH_REQUEST);
      body(message, session, service, offer);
      var signature = new ByteArrayBuffer();
      signature.putString(offer.algorithm());
      signature.putBytes(offer.signer().get().sign(message.getCompactData()));
      buffer.putBytes(signature.getCompactData());
    }
    return buffer;
  }

  private static void body(Buffer to, ClientSession session, String service, KeyOffer offer) {
    to.putString(session.getUsername());
    to.putString(service);
    to.putString("publickey");
    to.putBoolean(offer.signer().isPresent());
    to.putString(offer.algorithm());
    to.putBytes(offer.blob());
  }

  @Override
  protected boolean processAuthDataRequest(ClientSession session, String service, Buffer buffer)
      throws Exception {
    answers.add(authorised(buffer, offers.get(shown - 1)));
    return sendAuthDataRequest(session, service);
  }

  /** The server names the key it would take, so that an answer to another one is noticed. */
  private static KeyOutcome authorised(Buffer buffer, KeyOffer offer) {
    var ours =
        buffer.getUByte() == SshConstants.SSH_MSG_USERAUTH_PK_OK
            && buffer.getString().equals(offer.algorithm())
            && Arrays.equals(buffer.getBytes(), offer.blob())
            && offer.signer().isEmpty();
    return ours ? KeyOutcome.AUTHORISED : KeyOutcome.UNCLEAR;
  }

  @Override
  public void signalAuthMethodFailure(
      @Nullable ClientSession session,
      @Nullable String service,
      boolean partial,
      @Nullable List<String> methods,
      @Nullable Buffer buffer) {
    answers.add(partial ? KeyOutcome.PARTIAL : KeyOutcome.REFUSED);
  }

  @Override
  public void signalAuthMethodSuccess(
      @Nullable ClientSession session, @Nullable String service, @Nullable Buffer buffer) {
    answers.add(KeyOutcome.ACCEPTED);
  }

  /** Answers so far, and that nothing came to the rest. */
  static List<KeyOutcome> complete(List<KeyOutcome> answers, int shown) {
    var all = new ArrayList<>(answers.subList(0, Math.min(shown, answers.size())));
    while (all.size() < shown) {
      all.add(KeyOutcome.UNANSWERED);
    }
    return List.copyOf(all);
  }
}
