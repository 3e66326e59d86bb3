package dev.versus.environment.host;

import dev.versus.environment.RunId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables that a service sees, and everything that is run on its behalf: its own, the run's id, and of this JVM's only what a
 * program needs to run at all. What else is there, such as the tokens of a CI job, is not a service's to read.
 */
final class ServiceEnvironment {

    private static final List<String> INHERITED =
            List.of("HOME", "USER", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP");

    private ServiceEnvironment() {}

    /** All variables of a program of the run, {@code own} before those of this JVM. */
    static Map<String, String> of(RunId run, Map<String, String> own) {
        var all = inherited();
        all.putAll(own);
        all.put(RunId.VARIABLE, run.value());
        return all;
    }

    /** Those of any program, before it has any of its own. */
    static Map<String, String> inherited() {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.keySet().retainAll(INHERITED);
        all.put("PATH", Programs.path());
        all.put("JAVA_HOME", Programs.javaHome());
        return all;
    }
}
