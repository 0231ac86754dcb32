package org.coptest.harness.target.net.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.List;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;

/**
 * Reads the host key that a key exchange shows in the clear (RFC 4253 §8, RFC 5656 §4, RFC 8731 §3)
 * and parts: nothing is encrypted and nobody logs in.
 */
final class SshKeyReader {
  private static final int DISCONNECT = 1;
  private static final int KEXINIT = 20;
  private static final int EXCHANGE_INIT = 30;
  private static final int EXCHANGE_REPLY = 31;
  private static final int BY_APPLICATION = 11;
  private static final int COOKIE = 16;
  private static final int COORDINATE = 32;
  private static final int MOST_PACKETS = 16;
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_KEY = 16 * 1024;
  private final SecureRandom random = new SecureRandom();
  private final SshPackets packets;

  private SshKeyReader(Channel channel) {
    this.packets = new SshPackets(channel);
  }

  /** The key this port shows to a client that likes this type best. */
  static SshHostKey read(Channel channel, String type) throws ProbeException, InterruptedException {
    var reader = new SshKeyReader(channel);
    try {
      return reader.exchange(SshNames.keysFrom(type));
    } catch (BufferUnderflowException cutShort) {
      throw ChannelBytes.unreadable("a message that is cut short");
    }
  }

  private SshHostKey exchange(List<String> keys) throws ProbeException, InterruptedException {
    packets.greet();
    packets.send(proposal(keys));
    var theirs = awaited(KEXINIT);
    theirs.position(theirs.position() + COOKIE);
    var exchanges = names(theirs);
    var types = types(names(theirs));
    packets.send(
        SshNames.EXCHANGES.stream()
            .filter(exchanges::contains)
            .findFirst()
            .map(this::ephemeral)
            .orElseThrow(() -> ChannelBytes.unreadable("no key exchange in common")));
    var key = string(awaited(EXCHANGE_REPLY), LONGEST_KEY);
    packets.send(parting());
    return new SshHostKey(type(key), Fingerprint.of(key), types);
  }

  private static String type(byte[] key) throws ProbeException {
    var type = new String(string(ByteBuffer.wrap(key), LONGEST_NAME), US_ASCII);
    if (!type.matches("[a-z0-9@.-]+")) {
      throw ChannelBytes.unreadable("a key without the name of its type");
    }
    return type;
  }

  private byte[] proposal(List<String> keys) {
    var message = new ByteArrayOutputStream();
    message.write(KEXINIT);
    var cookie = new byte[COOKIE];
    random.nextBytes(cookie);
    message.writeBytes(cookie);
    for (var names :
        List.of(
            SshNames.EXCHANGES,
            keys,
            SshNames.CIPHERS,
            SshNames.CIPHERS,
            SshNames.MACS,
            SshNames.MACS,
            SshNames.COMPRESSIONS,
            SshNames.COMPRESSIONS,
            List.<String>of(),
            List.<String>of())) {
      put(message, String.join(",", names).getBytes(US_ASCII));
    }
    message.writeBytes(new byte[5]);
    return message.toByteArray();
  }

  // Any valid public value will do: the shared secret is never computed. A number of 1,000 bits is
  // a member of each of the groups offered.
  private byte[] ephemeral(String exchange) {
    var message = new ByteArrayOutputStream();
    message.write(EXCHANGE_INIT);
    if (exchange.startsWith(SshNames.CURVE25519)) {
      var point = new byte[32];
      random.nextBytes(point);
      put(message, point);
    } else if (exchange.equals(SshNames.NISTP256)) {
      put(message, pointOfP256());
    } else {
      put(message, new BigInteger(1_000, random).setBit(999).toByteArray());
    }
    return message.toByteArray();
  }

  private static byte[] pointOfP256() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(8 * COORDINATE);
      var point = ((ECPublicKey) generator.generateKeyPair().getPublic()).getW();
      var encoded = ByteBuffer.allocate(65).put((byte) 4);
      return encoded.put(padded(point.getAffineX())).put(padded(point.getAffineY())).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] padded(BigInteger coordinate) {
    var bytes = coordinate.toByteArray();
    var padded = new byte[COORDINATE];
    int count = Math.min(bytes.length, padded.length);
    System.arraycopy(bytes, bytes.length - count, padded, padded.length - count, count);
    return padded;
  }

  private static byte[] parting() {
    var message = new ByteArrayOutputStream();
    message.write(DISCONNECT);
    message.writeBytes(ByteBuffer.allocate(4).putInt(BY_APPLICATION).array());
    put(message, new byte[0]);
    put(message, new byte[0]);
    return message.toByteArray();
  }

  private ByteBuffer awaited(int number) throws ProbeException, InterruptedException {
    for (int i = 0; i < MOST_PACKETS; i++) {
      var packet = packets.next();
      int got = packet.get() & 0xff;
      if (got == number) {
        return packet;
      } else if (got == DISCONNECT) {
        throw ChannelBytes.unreadable("it disconnected");
      }
    }
    throw ChannelBytes.unreadable("it sends everything but its key");
  }

  private static List<String> types(List<String> algorithms) {
    return SshNames.KEYS.stream()
        .filter(algorithms::contains)
        .map(SshNames::type)
        .distinct()
        .toList();
  }

  private static List<String> names(ByteBuffer from) throws ProbeException {
    return Arrays.asList(new String(string(from, from.remaining()), US_ASCII).split(","));
  }

  private static byte[] string(ByteBuffer from, int longest) throws ProbeException {
    int length = from.getInt();
    if (length < 0 || length > longest || length > from.remaining()) {
      throw ChannelBytes.unreadable("a field of %d bytes".formatted(length));
    }
    var bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }

  private static void put(ByteArrayOutputStream message, byte[] field) {
    message.writeBytes(ByteBuffer.allocate(4).putInt(field.length).array());
    message.writeBytes(field);
  }
}
