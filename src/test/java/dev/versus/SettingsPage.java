package dev.versus;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code docs/settings.md}. */
final class SettingsPage {

    private static final String TOP = """
            # Settings

            Give a setting to a simulation by `-Dversus.<name>=<value>`:

            ```sh
            ./mvnw gatling:test -Dgatling.simulationClass=dev.versus.simulations.LoadUsers -Dversus.users=20 -Dversus.runTime=30s
            ```

            A simulation refuses a setting that it does not know, and names those that it knows. A duration is a number and its unit, `us`, `ms`,
            `s`, `m` or `h`, such as `250ms` or `1.5s`. What is true or false is true without a value too: `-Dversus.strict`.

            Two settings are Gatling's: `-Dgatling.simulationClass` (`dev.versus.simulations.Quickstart`) names the simulation, and
            `-Dgatling.resultsFolder` (`reports`) the folder of its reports.

            This page is made from the code: `SettingsPageTest` compares the two, and writes the page under `-Dversus.golden=write`.
            """;

    private static final String HEAD = "| name | value | default | meaning |\n| --- | --- | --- | --- |\n";

    private SettingsPage() {}

    /** Writes a table for all settings of the same simulations. */
    static String of(List<Setting<?>> settings) {
        Map<String, List<Setting<?>>> sections =
                settings.stream().collect(Collectors.groupingBy(Setting::of, LinkedHashMap::new, Collectors.toList()));
        return sections.entrySet().stream()
                .map(section -> section(section.getKey(), section.getValue()))
                .collect(Collectors.joining("", TOP, ""));
    }

    private static String section(String of, List<Setting<?>> settings) {
        String title = of.substring(0, 1).toUpperCase(Locale.ROOT) + of.substring(1);
        return settings.stream()
                .sorted(Comparator.comparing(Setting::name))
                .map(SettingsPage::row)
                .collect(Collectors.joining("", "\n## " + title + "\n\n" + HEAD, ""));
    }

    private static String row(Setting<?> setting) {
        String usual = setting.usual().isEmpty() ? "none" : "`" + setting.usual() + "`";
        return "| `%s` | %s | %s | %s |\n"
                .formatted(setting.name(), setting.type().words(), usual, setting.meaning());
    }
}
