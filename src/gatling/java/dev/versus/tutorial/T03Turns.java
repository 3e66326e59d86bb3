package dev.versus.tutorial;

import static dev.versus.SettingType.text;
import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.Setting;
import dev.versus.gatling.Versus;

/**
 * Compares two deployments of one system. Wrong: one run for each ({@code -Dversus.only=first}, later {@code -Dversus.only=second}), and
 * the second figure divided by the first: every change of the machine between the runs is in that ratio. Right: one run, in which
 * the two take turns, so that changes fall on both.
 *
 * <p>Look at the figures of the two runs, although the program is the same, and at the confidence interval of the one run.
 */
public final class T03Turns extends Versus {

    private static final Setting<String> ONLY =
            new Setting<>("only", "`T03Turns`", "", "loads one of the two deployments alone", text("first or second"));

    {
        var first = system("ruler").in(process()).target("first", "null-server");
        var second = system("ruler").in(process()).target("second", "null-server");
        var workload = fixedRequests(2000).concurrency(10).get("/delay?us=500");

        switch (settings.get(ONLY, "neither")) {
            case "first" -> compare(first).under(workload).rounds(10);
            case "second" -> compare(second).under(workload).rounds(10);
            default ->
                compare(first, second)
                        .under(workload)
                        .rounds(10)
                        .claim(
                                "two deployments are equally fast",
                                throughput(second).relativeTo(first).isEquivalent(0.1));
        }
    }
}
