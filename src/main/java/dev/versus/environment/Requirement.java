package dev.versus.environment;

import dev.versus.Secrets;

/**
 * Something that an environment needs of this machine.
 *
 * @param what the needed thing, in a few words
 * @param met whether it is there
 * @param found what was found: a version, a path, or what is wrong, without secrets
 * @param mend the command that provides it; empty if it is there
 */
public record Requirement(String what, boolean met, String found, String mend) {

    public Requirement {
        found = Secrets.masked(found);
    }

    /** Returns a requirement that is met. */
    public static Requirement met(String what, String found) {
        return new Requirement(what, true, found, "");
    }

    /** Returns a requirement that is not met, with the command that provides it. */
    public static Requirement missing(String what, String found, String mend) {
        return new Requirement(what, false, found, mend);
    }
}
