package dev.versus.report;

import dev.versus.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command that repeats a run, order of turns included. */
final class RunAgain {

    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private RunAgain() {}

    /** One line for a POSIX shell, every argument quoted that needs it. */
    static String command(RunHeader run) {
        Map<String, String> settings = new TreeMap<>(run.settings());
        settings.put("seed", String.valueOf(run.seed()));
        settings.put("rounds", String.valueOf(run.rounds()));
        List<String> words =
                new ArrayList<>(List.of("./mvnw", "gatling:test", "-Dgatling.simulationClass=" + run.simulation()));
        settings.forEach((name, value) -> words.add("-Dversus." + name + "=" + value));
        return words.stream().map(ForeignText::line).map(RunAgain::quoted).collect(Collectors.joining(" "));
    }

    /** The run's folder as an argument. */
    static String folder(RunHeader run) {
        return quoted("reports/" + run.run());
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
