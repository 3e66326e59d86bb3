package dev.versus.report;

import dev.versus.ForeignText;
import dev.versus.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The command that repeats a run, order of turns included; a secret is to be given to it by a variable, for no record holds it. */
final class RunAgain {

    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]");

    private RunAgain() {}

    /** One line for a POSIX shell, every argument quoted that needs it. */
    static String command(RunHeader run) {
        Map<String, String> settings = new TreeMap<>(run.settings());
        settings.put("seed", String.valueOf(run.seed()));
        settings.put("rounds", String.valueOf(run.rounds()));
        List<String> words =
                new ArrayList<>(List.of("./mvnw", "gatling:test", "-Dgatling.simulationClass=" + run.simulation()));
        List<String> quoted = new ArrayList<>(
                words.stream().map(ForeignText::line).map(RunAgain::quoted).toList());
        settings.forEach((name, value) -> quoted.add(setting(name, value)));
        return String.join(" ", quoted);
    }

    /** A shell refuses, naming the variable, to run a command whose {@code ${VARIABLE:?}} is not set. */
    private static String setting(String name, String value) {
        String property = "-Dversus." + name + "=";
        return value.contains(Secrets.MASK)
                ? property + "\"${VERSUS_"
                        + NO_WORD.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT) + ":?}\""
                : quoted(ForeignText.line(property + value));
    }

    /** The run's folder as an argument. */
    static String folder(RunHeader run) {
        return quoted("reports/" + run.run());
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
