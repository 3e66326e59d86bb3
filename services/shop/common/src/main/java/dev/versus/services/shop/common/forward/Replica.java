package dev.versus.services.shop.common.forward;

import dev.versus.services.shop.common.Address;

/** One upstream replica as this process sees it: how busy it keeps it, and until when it leaves it alone. */
final class Replica {

    private final Address address;
    private int inFlight;
    private long ejectedUntil;
    private boolean ejected;

    Replica(Address address) {
        this.address = address;
    }

    Address address() {
        return address;
    }

    int inFlight() {
        return inFlight;
    }

    void began() {
        inFlight++;
    }

    void ended() {
        inFlight--;
    }

    void eject(long untilNanoTime) {
        ejected = true;
        ejectedUntil = untilNanoTime;
    }

    boolean isEjected(long nanoTime) {
        ejected = ejected && nanoTime - ejectedUntil < 0;
        return ejected;
    }
}
