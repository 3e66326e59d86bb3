package dev.versus.benchmarks;

import dev.versus.environment.Deployment;
import dev.versus.environment.Environment;
import dev.versus.environment.Environments;
import dev.versus.statistics.Medians;
import dev.versus.system.Interpolation;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Measures how long the whole shop, in its variant {@code jvm}, takes from launch to healthy: in namespaces and as plain processes, in
 * turns. Argument: the number of pairs. The last line has the median of the pairs' ratios, namespaces to processes.
 */
public final class LaunchTimes {

    private LaunchTimes() {}

    public static void main(String[] arguments) {
        double[] ratios = new double[Integer.parseInt(arguments[0])];
        Environment namespaces = Environments.named("namespace");
        Environment processes = Environments.named("process");
        seconds(namespaces);
        seconds(processes);
        for (int pair = 0; pair < ratios.length; pair++) {
            double before = pair % 2 == 0 ? seconds(namespaces) : 0;
            double process = seconds(processes);
            double namespace = pair % 2 == 0 ? before : seconds(namespaces);
            ratios[pair] = namespace / process;
            System.out.printf(
                    Locale.ROOT,
                    "  pair %d: healthy after %.2f s in namespaces, %.2f s as plain processes; ratio %.2f%n",
                    pair + 1,
                    namespace,
                    process,
                    ratios[pair]);
        }
        System.out.printf(Locale.ROOT, "median %.2f%n", Medians.of(ratios));
    }

    private static double seconds(Environment environment) {
        Interpolation variables = Interpolation.ofProcess().withDefaults(environment.variables("shop"));
        SystemDefinition shop = SystemDefinition.read(Path.of("services"), "shop", "jvm", variables);
        long start = System.nanoTime();
        Deployment healthy = environment.launch(shop);
        double seconds = (System.nanoTime() - start) / 1e9;
        healthy.close();
        return seconds;
    }
}
