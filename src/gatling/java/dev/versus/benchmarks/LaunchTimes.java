package dev.versus.benchmarks;

import dev.versus.environment.Deployment;
import dev.versus.environment.Environment;
import dev.versus.environment.Environments;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures how long the whole shop, in its variant {@code jvm}, takes from launch to healthy: in namespaces and as plain processes, in
 * turns. Argument: the number of pairs. The last line has the median of the pairs' ratios, namespaces to processes.
 */
public final class LaunchTimes {

    private LaunchTimes() {}

    public static void main(String[] arguments) {
        int pairs = Integer.parseInt(arguments[0]);
        List<Environment> both = List.of(Environments.named("namespace"), Environments.named("process"));
        both.forEach(LaunchTimes::seconds);
        var ratios = new ArrayList<Double>();
        for (int pair = 1; pair <= pairs; pair++) {
            boolean turned = pair % 2 == 0;
            double first = seconds(both.get(turned ? 1 : 0));
            double second = seconds(both.get(turned ? 0 : 1));
            double namespace = turned ? second : first;
            double process = turned ? first : second;
            ratios.add(namespace / process);
            System.out.println(String.format(
                    Locale.ROOT,
                    "  pair %d: healthy after %.2f s in namespaces, %.2f s as plain processes; ratio %.2f",
                    pair,
                    namespace,
                    process,
                    namespace / process));
        }
        Collections.sort(ratios);
        System.out.println(String.format(Locale.ROOT, "median %.2f", ratios.get(ratios.size() / 2)));
    }

    private static double seconds(Environment environment) {
        SystemDefinition shop = SystemDefinition.read(Path.of("services"), "shop", "jvm");
        long start = System.nanoTime();
        Deployment healthy = environment.launch(shop);
        double seconds = (System.nanoTime() - start) / 1e9;
        healthy.close();
        return seconds;
    }
}
