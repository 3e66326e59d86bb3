package dev.versus.comparison;

import java.net.URI;
import java.util.List;

/**
 * What load is sent to.
 *
 * @param name a short name, unique in its comparison
 * @param addresses the base addresses of its replicas, without a path; virtual user u sends to number u modulo their count
 */
public record Target(String name, List<URI> addresses) {

    public Target {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("target " + name + " has no address");
        }
    }

    /** The address to which a virtual user sends. */
    public URI addressFor(int user) {
        return addresses.get(user % addresses.size());
    }
}
