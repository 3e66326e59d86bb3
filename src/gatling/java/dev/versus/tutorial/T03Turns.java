package dev.versus.tutorial;

import static dev.versus.SettingType.text;
import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.Setting;
import dev.versus.gatling.Versus;

/**
 * Two deployments of one system. Wrong: a run each ({@code -Dversus.only=first}, later {@code -Dversus.only=second}), and the
 * second's figure divided by the first's: whatever changed in between is in it. Right: one run, in which they take turns, so that
 * what changes falls on both.
 *
 * <p>Look at the two runs' figures for what is the same program, and at the interval of the one run.
 */
public final class T03Turns extends Versus {

    private static final Setting<String> ONLY =
            new Setting<>("only", "`T03Turns`", "", "loads one of the two deployments alone", text("first or second"));

    {
        var first = system("ruler").in(process()).target("first", "null-server");
        var second = system("ruler").in(process()).target("second", "null-server");
        var workload = fixedRequests(2000).concurrency(10).get("/delay?us=500");

        switch (settings.get(ONLY, "neither")) {
            case "first" -> compare(first).under(workload);
            case "second" -> compare(second).under(workload);
            default ->
                compare(first, second)
                        .under(workload)
                        .claim(
                                "two deployments are equally fast",
                                throughput(second).relativeTo(first).isEquivalent(0.1));
        }
    }
}
