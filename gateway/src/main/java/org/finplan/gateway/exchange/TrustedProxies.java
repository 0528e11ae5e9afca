package org.finplan.gateway.exchange;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The proxies in front of the gateway, which are believed when they say for whom they speak. Each proxy appends the address
 * that it saw, so the last one of the list that is no proxy of ours is the client; what stands before it was written by the
 * client itself.
 */
final class TrustedProxies {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}");

    private final List<IpSubnetFilterRule> networks;

    /**
     * Proxies.
     *
     * @param networks in the notation {@code 10.1.0.0/24} or {@code fd00::/8}
     * @throws IllegalArgumentException when a network has another form
     */
    TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(TrustedProxies::network).toList();
    }

    private static IpSubnetFilterRule network(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || NetUtil.createByteArrayFromIpAddressString(text.substring(0, slash)) == null) {
            throw new IllegalArgumentException("No network: " + text + " (finplan.gateway.edge.trusted-proxies)");
        }
        return new IpSubnetFilterRule(
                text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)), IpFilterRuleType.ACCEPT);
    }

    /** {@return whether the headers of a peer are believed} */
    boolean trusted(String peer) {
        if (networks.isEmpty()) {
            return false;
        }
        byte[] address = NetUtil.createByteArrayFromIpAddressString(peer);
        return address != null && networks.stream().anyMatch(network -> network.matches(socket(address)));
    }

    /** {@return the client of a request: what its connection shows, or what trusted proxies say of it} */
    ClientConnection client(HttpServerRequest request) {
        ClientConnection seen = ClientConnection.seen(request);
        if (!trusted(seen.address())) {
            return seen;
        }
        return client(
                seen,
                request.headers().getAll("X-Forwarded-For"),
                request.getHeader("X-Forwarded-Proto"),
                request.getHeader("X-Forwarded-Host"));
    }

    /**
     * Reads the headers of a trusted peer.
     *
     * @param seen what the connection itself shows; its address is that of the peer
     * @param forwardedFor values of {@code X-Forwarded-For} in their order
     * @param forwardedProto value of {@code X-Forwarded-Proto}, or null
     * @param forwardedHost value of {@code X-Forwarded-Host}, or null
     * @return the client; what is malformed is not believed
     */
    ClientConnection client(
            ClientConnection seen, List<String> forwardedFor, String forwardedProto, String forwardedHost) {
        String[] hops = String.join(",", forwardedFor).split(",", -1);
        String address = seen.address();
        for (int i = hops.length - 1; i >= 0 && trusted(address); i--) {
            String hop = hops[i].trim();
            if (!NetUtil.isValidIpV4Address(hop) && !NetUtil.isValidIpV6Address(hop)) {
                break;
            }
            address = hop;
        }
        boolean named = "https".equals(forwardedProto) || "http".equals(forwardedProto);
        boolean wellFormed =
                forwardedHost != null && HOST.matcher(forwardedHost).matches();
        return new ClientConnection(
                address, named ? forwardedProto : seen.scheme(), wellFormed ? forwardedHost : seen.host());
    }

    private static InetSocketAddress socket(byte[] address) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), 0);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}
