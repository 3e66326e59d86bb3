package dev.versus.environment;

import dev.versus.Secrets;

/**
 * Something that an environment needs of this machine.
 *
 * @param what it is, in a few words
 * @param met whether it is there
 * @param found what was looked at, and what was found: a version, a path, or what is wrong, without secrets
 * @param mend the command that mends it; empty where it is met
 */
public record Requirement(String what, boolean met, String found, String mend) {

    public Requirement {
        found = Secrets.masked(found);
    }

    public static Requirement met(String what, String found) {
        return new Requirement(what, true, found, "");
    }

    public static Requirement missing(String what, String found, String mend) {
        return new Requirement(what, false, found, mend);
    }
}
