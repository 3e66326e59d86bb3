package dev.versus.environment;

/**
 * A process that cannot be taken for another: its id, which the system uses again, and when it started.
 *
 * @param started clock ticks since boot and the boot's id on Linux, milliseconds since the epoch elsewhere; without spaces
 */
public record ProcessIdentity(long pid, String started) {

    static ProcessIdentity parse(String text) {
        int space = text.indexOf(' ');
        return new ProcessIdentity(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
    }

    String asText() {
        return pid + " " + started;
    }
}
