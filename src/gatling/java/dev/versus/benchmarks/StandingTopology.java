package dev.versus.benchmarks;

import dev.versus.environment.HostProcesses;
import dev.versus.environment.Pace;
import dev.versus.environment.Removal;
import dev.versus.environment.Run;
import dev.versus.environment.RunId;
import dev.versus.environment.ShortCommand;
import dev.versus.environment.StateFolder;
import dev.versus.environment.namespace.Firewall;
import dev.versus.environment.namespace.IpCommands;
import dev.versus.environment.namespace.Routes;
import dev.versus.environment.namespace.Tools;
import dev.versus.environment.namespace.Topology;
import dev.versus.environment.namespace.TopologyPlan;
import dev.versus.environment.namespace.Wiring;
import dev.versus.statistics.Medians;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Measures how long it takes to set up and to remove the shop's network: as the environment {@code namespace} does it, and with a command
 * for each step, in turns. Arguments: a folder for state, and the number of pairs. The last line has the medians in ms: set-up by the
 * environment, set-up by single commands, removal by the environment, removal by single commands.
 */
public final class StandingTopology {

    private final StateFolder state;
    private final Tools tools = Tools.ofThisHost();
    private final SecureRandom random = new SecureRandom();
    private final HostProcesses processes = new HostProcesses();
    private final Removal removal = Removal.real(processes, Pace.real());
    private final SystemDefinition shop = SystemDefinition.read(Path.of("services"), "shop", "jvm");

    private StandingTopology(Path folder) {
        this.state = new StateFolder(folder);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var standing = new StandingTopology(Path.of(arguments[0]));
        int pairs = Integer.parseInt(arguments[1]);
        standing.atOnce();
        standing.singly();
        var atOnce = new ArrayList<Times>();
        var singly = new ArrayList<Times>();
        for (int pair = 0; pair < pairs; pair++) {
            boolean first = pair % 2 == 0;
            if (first) {
                atOnce.add(standing.atOnce());
            }
            singly.add(standing.singly());
            if (!first) {
                atOnce.add(standing.atOnce());
            }
            say(
                    "  pair " + (pair + 1) + " (up, by single commands, down, by single commands; ms):",
                    atOnce.subList(pair, pair + 1),
                    singly.subList(pair, pair + 1));
        }
        say("medians", atOnce, singly);
    }

    /** Prints the medians of both ways. */
    private static void say(String what, List<Times> atOnce, List<Times> singly) {
        System.out.printf(
                Locale.ROOT,
                "%s %.1f %.1f %.1f %.1f%n",
                what,
                median(atOnce, Times::up),
                median(singly, Times::up),
                median(atOnce, Times::down),
                median(singly, Times::down));
    }

    private static double median(List<Times> trials, ToDoubleFunction<Times> time) {
        return Medians.of(trials.stream().mapToDouble(time).toArray());
    }

    /** The times of one trial in ms: until the network is set up, and until nothing of it is left. */
    private record Times(double up, double down) {}

    private Topology plan() {
        return TopologyPlan.of(shop, RunId.random(random), Routes.ofThisHost(tools.ip()), random);
    }

    private Times atOnce() throws IOException, InterruptedException {
        Topology topology = plan();
        Run run = Run.open(state, topology.names().run(), processes.self());
        long start = System.nanoTime();
        new Wiring(topology, tools).stand(run);
        long up = System.nanoTime();
        boolean gone = removal.remains().remove(run);
        awaitGone(topology);
        long down = System.nanoTime();
        run.delete();
        if (!gone) {
            throw new IllegalStateException("something of " + run.id() + " is left");
        }
        return new Times(millis(up - start), millis(down - up));
    }

    private Times singly() throws IOException, InterruptedException {
        Topology topology = plan();
        var commands = new IpCommands(topology);
        List<String> namespaces =
                topology.members().stream().map(Topology.Member::namespace).toList();
        String table = "versus_" + topology.names().run();
        long start = System.nanoTime();
        execute(List.of(tools.nft().toString(), "-f", "-"), new Firewall(topology).script());
        for (String command : commands.outside()) {
            ip(command);
        }
        for (Topology.Member member : topology.members()) {
            for (String command : commands.inside(member)) {
                ip("-n " + member.namespace() + " " + command);
            }
            settings(member.namespace());
        }
        long up = System.nanoTime();
        for (String namespace : namespaces) {
            ip("netns delete " + namespace);
        }
        for (Topology.Bridge bridge : topology.bridges()) {
            ip("link delete dev " + bridge.device());
        }
        execute(List.of(tools.nft().toString(), "delete", "table", "inet", table), "");
        awaitGone(topology);
        return new Times(millis(up - start), millis(System.nanoTime() - up));
    }

    private void settings(String namespace) throws IOException, InterruptedException {
        for (String setting : List.of("ip_forward", "ip_unprivileged_port_start")) {
            ip("netns exec " + namespace + " sysctl -q -w net.ipv4." + setting + "=0");
        }
    }

    private void ip(String command) throws IOException, InterruptedException {
        execute(
                Stream.concat(Stream.of(tools.ip().toString()), Stream.of(command.split(" ", -1)))
                        .toList(),
                "");
    }

    private static void execute(List<String> command, String input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var told = process.getOutputStream()) {
            told.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
    }

    /** Waits until all interfaces are gone: the kernel ends a namespace, and the interfaces in it, some time after its deletion. */
    private void awaitGone(Topology topology) {
        String run = topology.names().run().value();
        List<String> listing = List.of(tools.ip().toString(), "-o", "link", "show");
        while (ShortCommand.run(listing).map(all -> all.contains(run)).orElse(true)) {
            Thread.onSpinWait();
        }
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
