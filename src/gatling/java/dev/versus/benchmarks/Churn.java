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
 * Takes a system up and down. Arguments: the environment, the Compose file, and how often. What it is about to do it says, a word a
 * line, so that whoever kills it knows when that was. Variables named {@code CHURN_…} are the Compose file's.
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
