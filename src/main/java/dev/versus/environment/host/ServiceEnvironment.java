package dev.versus.environment.host;

import dev.versus.build.Jdk;
import dev.versus.environment.RunId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Environment variables of a service and of every command that is run for it: its own, the run's id, and those variables of this JVM that a
 * program needs to run at all. Others, such as the tokens of a CI job, are withheld.
 */
final class ServiceEnvironment {

    private static final List<String> INHERITED =
            List.of("HOME", "USER", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP");

    private ServiceEnvironment() {}

    /** Returns all variables of a program of the run. {@code own} take precedence over those of this JVM. */
    static Map<String, String> of(RunId run, Map<String, String> own) {
        var all = inherited();
        all.putAll(own);
        all.put(RunId.VARIABLE, run.value());
        return all;
    }

    /** Returns the variables that every program gets from this JVM. */
    static Map<String, String> inherited() {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.keySet().retainAll(INHERITED);
        all.put("PATH", Jdk.path());
        all.put("JAVA_HOME", Jdk.newest().home().toString());
        return all;
    }
}
