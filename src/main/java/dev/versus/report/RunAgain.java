package dev.versus.report;

import dev.versus.ForeignText;
import dev.versus.Secrets;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes the command that repeats a run with the same order of turns. Secrets are not recorded, so the command takes them from
 * environment variables.
 */
final class RunAgain {

    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]");

    private RunAgain() {}

    /** Returns the command as one line for a POSIX shell, with arguments quoted where needed. */
    static String command(RunHeader run) {
        Map<String, String> settings = new TreeMap<>(run.settings());
        settings.put("seed", String.valueOf(run.seed()));
        if (run.plan().isEmpty() || run.plan().get().budget().isEmpty()) {
            settings.put("rounds", String.valueOf(run.rounds()));
        }
        StringJoiner command = new StringJoiner(" ", "./mvnw gatling:test ", "");
        command.add(quoted(ForeignText.line("-Dgatling.simulationClass=" + run.simulation())));
        settings.forEach((name, value) -> command.add(setting(name, value)));
        return command.toString();
    }

    /** Returns a setting as an argument; a secret becomes {@code ${VARIABLE:?}}, for which the shell refuses to run if it is not set. */
    private static String setting(String name, String value) {
        String property = "-Dversus." + name + "=";
        return value.contains(Secrets.MASK)
                ? quoted(ForeignText.line(property)) + "\"${VERSUS_"
                        + NO_WORD.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT) + ":?}\""
                : quoted(ForeignText.line(property + value));
    }

    /** Returns the run's folder, quoted as an argument. */
    static String folder(RunHeader run) {
        return quoted("reports/" + run.run());
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
