package dev.versus.environment.docker;

import dev.versus.environment.RunId;
import dev.versus.environment.image.RunLabels;
import java.util.Map;

/** What the things of a run are called: each name carries the run's id, and so does a label of each. */
record Names(RunId run) {

    /** The label that a container has for its service. */
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

    /** A network's interface on this host, whose name has 15 characters at most. */
    String bridge(int number) {
        return "vd" + run + number;
    }

    /** A table of nftables. */
    String table() {
        return "versus_docker_" + run;
    }

    Map<String, String> labels() {
        return RunLabels.of(run);
    }
}
