package dev.versus.environment.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Properties of a Python interpreter: its version, its build, and the packages that it finds. The interpreter itself is asked, with the
 * variables with which the service finds its packages.
 */
final class Python implements Trait {

    private static final List<String> LEADING = List.of("PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH");
    private static final Set<String> TOOLS = Set.of("package.pip", "package.setuptools", "package.wheel");
    private static final String FLAGS = "flags";

    private static final String QUESTION = """
            import platform, sys, sysconfig
            from importlib import metadata

            def tell(key, value):
                print(key, " ".join(str(value).split()), sep="\\t")

            tell("program.version", platform.python_version())
            tell("program.implementation", platform.python_implementation())
            tell("program.build", " ".join(platform.python_build()))
            tell("program.compiler", platform.python_compiler())
            tell("flags", " ".join(str(sysconfig.get_config_var(name))
                for name in ("CONFIG_ARGS", "PY_CFLAGS", "PY_CFLAGS_NODIST", "PY_CORE_CFLAGS")))
            for package in metadata.distributions():
                if package.metadata["Name"]:
                    tell("package." + package.metadata["Name"].lower().replace("_", "-"), package.version)
            """;

    @Override
    public Map<String, String> of(Inspected replica) {
        if (!replica.program().startsWith("python")) {
            return Map.of();
        }
        return replica.ask(question(replica)).map(Python::read).orElse(Map.of());
    }

    private static List<String> question(Inspected replica) {
        List<String> question = new ArrayList<>(List.of("env"));
        LEADING.forEach(name -> replica.variable(name).ifPresent(value -> question.add(name + "=" + value)));
        question.addAll(List.of(interpreter(replica), "-c", QUESTION));
        return question;
    }

    /**
     * Returns the interpreter by the name with which it was started, because the name inside a virtual environment leads to its packages.
     */
    private static String interpreter(Inspected replica) {
        List<String> command = replica.command();
        if (!command.isEmpty()
                && Inspected.nameOf(command.get(0)).startsWith("python")
                && command.get(0).contains("/")) {
            return command.get(0);
        }
        Optional<String> virtual = replica.variable("VIRTUAL_ENV");
        return virtual.map(folder -> folder + "/bin/python").orElse(replica.executable());
    }

    static Map<String, String> read(String answer) {
        Map<String, String> values = new TreeMap<>();
        answer.lines()
                .map(line -> line.split("\t", 2))
                .filter(line -> line.length == 2)
                .forEach(line -> {
                    if (line[0].equals(FLAGS)) {
                        values.put("program.optimisations", BuildFlags.of(line[1]));
                    } else if (!TOOLS.contains(line[0])) {
                        values.putIfAbsent(line[0], line[1]);
                    }
                });
        return values;
    }
}
