package dev.versus.environment.docker;

import dev.versus.environment.RunId;
import dev.versus.environment.image.RunLabels;
import java.util.Map;

/** Names and labels of everything that a run makes in Docker. Each carries the run's id. */
record Names(RunId run) {

    /** The label of a container that names its service. */
    static final String SERVICE_LABEL = "dev.versus.service";

    String container(String replica) {
        return "versus-" + run + "-" + replica;
    }

    String network(String network) {
        return "versus-" + run + "-" + network;
    }

    String volume(String volume) {
        return "versus-" + run + "-" + volume;
    }

    /** Returns the name of a network's interface on this host, which has at most 15 characters. */
    String bridge(int number) {
        return "vd" + run + number;
    }

    /** Returns the name of a table of nftables. */
    String table() {
        return "versus_docker_" + run;
    }

    Map<String, String> labels() {
        return RunLabels.of(run);
    }
}
