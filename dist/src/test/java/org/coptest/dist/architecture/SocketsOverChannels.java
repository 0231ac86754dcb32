package org.coptest.dist.architecture;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.Socket;

/** The one exception: okhttp wants a socket, and gets one that wraps a channel of the Dut. */
final class SocketsOverChannels {

  static final String NAMES =
      "org\\.coptest\\.probes\\.instrument\\.http\\.(ChannelSocket|OneSocket)(\\$.*)?";

  /** Given as null, so that not even the virtual machine makes one. */
  private static final String NO_ADDRESS = "java.net.SocketImpl";

  private SocketsOverChannels() {}

  /** It calls nothing of a real socket but its constructor without an address. */
  static ArchCondition<JavaClass> connectNothing() {
    return new ArchCondition<>("call nothing of a real socket") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getCodeUnitCallsFromSelf().stream()
            .filter(call -> call.getTargetOwner().isEquivalentTo(Socket.class))
            .filter(call -> !isEmptyConstructor(call))
            .forEach(call -> events.add(violated(type, call)));
      }
    };
  }

  /** It makes a socket that is no disguise. */
  static ArchCondition<JavaClass> makeRealSockets() {
    return new ArchCondition<>("make real sockets") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getConstructorCallsFromSelf().stream()
            .filter(call -> call.getTargetOwner().isEquivalentTo(Socket.class))
            .filter(call -> !type.isAssignableTo(Socket.class))
            .forEach(call -> events.add(SimpleConditionEvent.satisfied(type, call.toString())));
      }
    };
  }

  private static boolean isEmptyConstructor(JavaCall<?> call) {
    var parameters = call.getTarget().getRawParameterTypes().stream().map(JavaClass::getName);
    return call.getName().equals("<init>") && parameters.allMatch(NO_ADDRESS::equals);
  }

  private static ConditionEvent violated(JavaClass type, JavaCall<?> call) {
    return SimpleConditionEvent.violated(type, call.getDescription());
  }
}
