package dev.versus.gatling;

/**
 * Ends the run when the Maven that started it is killed: Gatling's JVM would outlive it and go on loading, with nobody there to
 * see the result.
 */
final class MavenWatch {

    /** What the command line of every Maven holds: its class loader's library. */
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

    /** Does the last thing once the process is gone. */
    @SuppressWarnings("FutureReturnValueIgnored")
    static void whenGone(ProcessHandle process, Runnable last) {
        process.onExit().thenRun(last);
    }
}
