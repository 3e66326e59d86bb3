package dev.versus.comparison;

import java.net.URI;
import java.util.List;

/**
 * A target of load: an entry point of a deployment, under a short name.
 *
 * @param name a short name, unique in its comparison
 * @param addresses the base addresses of its replicas, without a path; virtual user u sends to the address of index u mod their number
 */
public record Target(String name, List<URI> addresses) {

    public Target {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("target " + name + " has no address");
        }
    }

    /** Returns the address to which a virtual user sends. */
    public URI addressFor(int user) {
        return addresses.get(user % addresses.size());
    }
}
