package dev.versus.gatling;

import dev.versus.comparison.Stretch;
import dev.versus.workload.Client;
import java.net.URI;
import java.util.List;

/**
 * The servers of a target and the way in which they are spoken to. Connections are kept for one site and used for no other.
 *
 * @param addresses the base addresses of the target's replicas
 * @param keepAlive whether connections are kept for further requests
 */
record LoadedSite(List<URI> addresses, boolean keepAlive, Client.Version version) {

    static LoadedSite of(Stretch stretch) {
        return new LoadedSite(
                stretch.target().addresses(),
                stretch.workload().keepAlive(),
                stretch.workload().client().version());
    }
}
