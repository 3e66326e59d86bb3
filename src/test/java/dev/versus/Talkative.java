package dev.versus;

/** What the rules of {@link ArchitectureTest} forbid. */
final class Talkative {

    private Talkative() {}

    @SuppressWarnings("unused")
    static void leave(Settings settings) {
        System.out.println(settings.given());
        System.exit(1);
    }
}
