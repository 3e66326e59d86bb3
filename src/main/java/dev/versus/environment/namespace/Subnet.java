package dev.versus.environment.namespace;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Range of IPv4 or IPv6 addresses.
 *
 * @param base its first address as a number
 * @param prefix the number of leading bits that all its addresses share
 * @param bits 32 or 128
 */
public record Subnet(BigInteger base, int prefix, int bits) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int IPV4 = 32;

    /** A range with more bits than this has more hosts than a bridge has ports. */
    private static final int COUNTED_BITS = 16;

    public Subnet {
        base = base.shiftRight(bits - prefix).shiftLeft(bits - prefix);
    }

    /**
     * Reads {@code 10.1.2.0/24} or {@code fd00:1::/64}. A single address is a range of one.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static Subnet parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length > 2 || !ADDRESS.matcher(parts[0]).matches()) {
            throw new IllegalArgumentException("not a range of addresses: " + text);
        }
        byte[] address = bytes(parts[0]);
        int bits = address.length * Byte.SIZE;
        int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("not a range of addresses: " + text);
        }
        return new Subnet(new BigInteger(1, address), prefix, bits);
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException("not an address: " + address, impossible);
        }
    }

    boolean isIpv4() {
        return bits == IPV4;
    }

    /** Returns the number of hosts in the range, or 65534 if there are more. */
    int hosts() {
        return (1 << Math.min(COUNTED_BITS, bits - prefix)) - 2;
    }

    /** Returns its n-th address. Number 0 is the address of the range itself. */
    public String address(int n) {
        byte[] number = base.add(BigInteger.valueOf(n)).toByteArray();
        byte[] address = new byte[bits / Byte.SIZE];
        int length = Math.min(number.length, address.length);
        System.arraycopy(number, number.length - length, address, address.length - length, length);
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(Arrays.toString(address), impossible);
        }
    }

    /** Returns its n-th address with the prefix, as an interface needs it. */
    String interfaceAddress(int n) {
        return address(n) + "/" + prefix;
    }

    /** Tells whether both ranges share an address. */
    boolean overlaps(Subnet other) {
        int common = Math.min(prefix, other.prefix);
        return bits == other.bits && base.shiftRight(bits - common).equals(other.base.shiftRight(bits - common));
    }

    @Override
    public String toString() {
        return interfaceAddress(0);
    }
}
