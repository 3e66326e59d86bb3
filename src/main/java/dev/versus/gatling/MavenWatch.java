package dev.versus.gatling;

/**
 * Ends the run when the Maven process that started it is killed: Gatling's JVM would outlive Maven and go on sending load, and nobody
 * would see the result.
 */
final class MavenWatch {

    /** The library of Maven's class loader, which every Maven has on its command line. */
    private static final String MAVEN = "plexus-classworlds";

    private static final int TERMINATED = 143;

    private MavenWatch() {}

    /** Watches this JVM's parent, if that is Maven. */
    static void start() {
        ProcessHandle.current()
                .parent()
                .filter(MavenWatch::isMaven)
                .ifPresent(maven -> whenGone(maven, () -> System.exit(TERMINATED)));
    }

    static boolean isMaven(ProcessHandle process) {
        return process.info().commandLine().filter(line -> line.contains(MAVEN)).isPresent();
    }

    /** Runs {@code last} once the process is gone. */
    @SuppressWarnings("FutureReturnValueIgnored")
    static void whenGone(ProcessHandle process, Runnable last) {
        process.onExit().thenRun(last);
    }
}
