package dev.versus.gatling;

import java.util.stream.Stream;

/**
 * The just-in-time compilers of this JVM. While rounds run, requests come first: a method that is compiled anew then, four compilers at
 * a time, would take most of the generator's CPUs for a tenth of a second. Linux with {@code renice} only; it takes no privilege.
 * Source: sched(7), the nice value, which each thread has for itself.
 */
final class Compilers {

    /** A tenth of the usual weight. */
    private static final String NICE = "10";

    private Compilers() {}

    /** Has them give way from now on; those that the JVM adds later come after them in this. */
    static void giveWay() {
        Stream.of("C1 Compiler", "C2 Compiler")
                .flatMap(name -> OwnThreads.named(name).stream())
                .forEach(thread -> OwnThreads.tell("renice", "-n", NICE, "-p", thread));
    }
}
