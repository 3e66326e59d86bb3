package dev.versus.benchmarks;

import dev.versus.environment.Deployment;
import dev.versus.environment.Environment;
import dev.versus.environment.EnvironmentChoice;
import dev.versus.system.Interpolation;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Starts and closes a system over and over. Arguments: the environment, the Compose file, and how many times. Before each action it prints
 * a line: {@code up}, {@code down <run id>} or {@code done}, so that a script that kills it knows in which phase. Variables named
 * {@code CHURN_…} in its environment are passed to the Compose file.
 */
public final class Churn {

    private Churn() {}

    public static void main(String[] arguments) {
        Environment environment = EnvironmentChoice.parse(arguments[0]).environment();
        int times = Integer.parseInt(arguments[2]);
        for (int i = 0; i < times; i++) {
            SystemDefinition system = SystemDefinition.readFile(Path.of(arguments[1]), List.of(), variables());
            System.out.println("up");
            try (Deployment deployment = environment.launch(system)) {
                System.out.println("down " + deployment.run());
            }
        }
        System.out.println("done");
    }

    private static Interpolation variables() {
        Map<String, String> own = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("CHURN_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Interpolation(own);
    }
}
