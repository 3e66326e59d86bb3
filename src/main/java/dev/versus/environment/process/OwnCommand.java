package dev.versus.environment.process;

import dev.versus.environment.CommandProbe;
import dev.versus.environment.HealthTest;
import dev.versus.environment.HttpProbe;
import dev.versus.environment.Probe;
import dev.versus.system.Healthcheck;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service that is run by the command that its Compose file gives, with its addresses rewritten. */
record OwnCommand(SystemDefinition system, Assignment assignment) {

    /** Why the command cannot be run here, if it cannot. */
    Optional<String> objection(ServiceDefinition service) {
        List<String> command = service.program().commandLine();
        if (command.isEmpty()) {
            return Optional.of("has no command, and its image is none that is known here (postgres, redis);"
                    + " give it a command that runs on this host, in a variant perhaps");
        }
        return Programs.find(command.get(0), folder(service)).isPresent()
                ? Optional.empty()
                : Optional.of("runs '" + command.get(0) + "', which is neither on the PATH nor in " + folder(service)
                        + "; install it, or choose a variant that does without it");
    }

    Recipe recipe(Replica replica) {
        ServiceDefinition service = replica.service();
        var rewriting = new Rewriting(assignment, replica);
        Path folder = folder(service);
        var command = new ArrayList<>(rewriting.words(service.program().commandLine()));
        Programs.find(command.get(0), folder).ifPresent(program -> command.set(0, program.toString()));
        Map<String, String> environment = rewriting.variables(service.program().environment());
        Probe probe = probe(service.healthcheck(), rewriting, environment, folder);
        return new Recipe(command, environment, folder, probe, stopSignal(service), Recipe.FinalTouch.NONE);
    }

    /** The working directory if it is one here, else the folder that the image is built from, else the system's. */
    private Path folder(ServiceDefinition service) {
        String named = service.program().workingDir();
        if (named != null && Files.isDirectory(system.folder().resolve(named))) {
            return system.folder().resolve(named);
        }
        return service.build() != null && Files.isDirectory(service.build().context())
                ? service.build().context()
                : system.folder();
    }

    private static String stopSignal(ServiceDefinition service) {
        String signal = service.lifecycle().stopSignal();
        return signal == null ? "TERM" : signal.toUpperCase(Locale.ROOT).replaceFirst("^SIG", "");
    }

    private static @Nullable Probe probe(
            @Nullable Healthcheck check, Rewriting rewriting, Map<String, String> environment, Path folder) {
        if (check == null) {
            return null;
        }
        HealthTest test = HealthTest.of(rewriting.words(check.test()));
        if (test instanceof HealthTest.Http http) {
            return new HttpProbe(http.uri(), check.timeout());
        }
        return new CommandProbe(((HealthTest.Command) test).words(), environment, folder, check.timeout());
    }
}
