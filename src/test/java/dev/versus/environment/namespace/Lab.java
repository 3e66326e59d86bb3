package dev.versus.environment.namespace;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.ShortCommand;
import dev.versus.environment.Deployment;
import dev.versus.environment.Requirement;
import dev.versus.environment.RunId;
import dev.versus.environment.host.Programs;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.Images;
import dev.versus.environment.namespace.NamespaceOptions.RootFs;
import dev.versus.linux.Proc;
import dev.versus.system.Interpolation;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Small systems in namespaces, and a look at what is left of them on this machine. */
final class Lab {

    static final String IMAGE = "python:3.14-slim";

    private final Path folder;

    Lab(Path folder) {
        this.folder = folder;
    }

    /** Skips the test, and says why, where namespaces cannot be made. */
    static void assumeNamespaces() {
        List<String> missing = new NamespaceNeeds(Proc.ofThisHost())
                .all().stream()
                        .filter(requirement -> !requirement.met())
                        .map(Requirement::what)
                        .toList();
        assumeTrue(missing.isEmpty(), "skipped: namespaces need " + missing + "; see ./versus doctor namespace");
        for (String program : List.of("iptables-save", "python3")) {
            assumeTrue(
                    Programs.ofAdministrator(program).isPresent(),
                    "skipped: " + program + " is not installed; see environments/provision namespace python");
        }
    }

    /** Skips the test, and says why, where services cannot be run from images. */
    void assumeImages() {
        assumeNamespaces();
        assumeTrue(Runc.requirement().met(), "skipped: " + Runc.requirement());
        DockerEngine engine = DockerEngine.ofUser();
        assumeTrue(engine.look().answers(), "skipped: no Docker engine answers; see ./versus provision docker");
        var service = define("services: {any: {image: '" + IMAGE + "'}}").service("any");
        assumeTrue(
                new Images(engine).present(service).isPresent(),
                "skipped: neither " + IMAGE + " nor one in its place is here; see ./versus provision images");
    }

    SystemDefinition define(String yaml) {
        try {
            Path file = Files.createDirectories(folder.resolve("system")).resolve("compose.yaml");
            Files.writeString(file, yaml);
            return SystemDefinition.readFile(file, List.of(), new Interpolation(Map.of()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    NamespaceEnvironment environment() {
        return environment(NamespaceOptions.defaults());
    }

    /** The one that runs services from their images. */
    NamespaceEnvironment images() {
        return environment(NamespaceOptions.defaults().rootfs(RootFs.IMAGE));
    }

    private NamespaceEnvironment environment(NamespaceOptions options) {
        return new NamespaceEnvironment(options.state(state()));
    }

    Deployment launch(String yaml) {
        return environment().launch(define(yaml));
    }

    Path state() {
        return folder.resolve("state");
    }

    /** The folders of runs that are still there. */
    List<String> runs() {
        try (Stream<Path> entries = Files.list(state())) {
            return entries.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> !name.equals("failures"))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Everything on this machine that carries a run's id, wherever namespaces leave things. */
    static List<String> leftOf(RunId run) {
        var lines = new ArrayList<String>();
        for (List<String> listing : List.of(
                List.of("ip", "-o", "link"),
                List.of("ip", "netns"),
                List.of("ip", "route", "show", "table", "all"),
                List.of("nft", "list", "ruleset"),
                List.of("iptables-save"),
                List.of("ip6tables-save"),
                List.of("find", "/sys/fs/cgroup", "-name", "versus-" + run))) {
            lines.addAll(said(listing).lines().toList());
        }
        return lines.stream().filter(line -> line.contains(run.value())).toList();
    }

    /** What an administrator's command prints. */
    static String said(List<String> command) {
        return ShortCommand.run(
                        Stream.concat(Stream.of("/usr/bin/env", "PATH=/usr/sbin:/sbin:/usr/bin:/bin"), command.stream())
                                .toList())
                .orElseThrow(() -> new AssertionError("failed: " + String.join(" ", command)));
    }

    static String said(String command) {
        return said(List.of(command.split(" ", -1)));
    }
}
