package org.finplan.benchmarks.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Bodies of 100 MB through one proxy: how fast, and how much memory they take. */
final class Transfers {

    private static final int WARM = 4;

    private final Peer peer;
    private final byte[] download;
    private final byte[] upload;
    private final List<Double> down = new ArrayList<>();
    private final List<Double> up = new ArrayList<>();
    private long restingBytes;
    private long peakBytes;

    Transfers(Peer peer, String token) {
        this.peer = peer;
        this.download = Connection.head("GET", Site.DOWNLOAD, token, 0);
        this.upload = Connection.head("POST", Site.UPLOAD, token, Site.LARGE_BYTES);
    }

    /** Warms up, and takes the memory after that as the one at rest. */
    void begin() throws IOException {
        for (int i = 0; i < WARM; i++) {
            once();
        }
        restingBytes = peer.program().residentBytes();
        peer.program().forgetPeak();
    }

    void round() throws IOException {
        double[] seconds = once();
        down.add(Site.LARGE_BYTES / 1e6 / seconds[0]);
        up.add(Site.LARGE_BYTES / 1e6 / seconds[1]);
        peakBytes = peer.program().peakBytes();
    }

    private double[] once() throws IOException {
        try (Connection connection = new Connection(peer.port())) {
            long start = System.nanoTime();
            if (connection.exchange(download) != Site.LARGE_BYTES) {
                throw new IOException(peer.name() + " cut a download");
            }
            long middle = System.nanoTime();
            // The sink answers with the number of bytes; nine digits are those of 100 MB.
            if (connection.upload(upload, Site.LARGE_BYTES)
                    != Long.toString(Site.LARGE_BYTES).length()) {
                throw new IOException(peer.name() + " cut an upload");
            }
            return new double[] {(middle - start) / 1e9, (System.nanoTime() - middle) / 1e9};
        }
    }

    /** {@return downloads in MB/s, one for each round} */
    List<Double> down() {
        return down;
    }

    /** {@return uploads in MB/s, one for each round} */
    List<Double> up() {
        return up;
    }

    /** {@return how many bytes more were resident at most while the bodies went through} */
    long growth() {
        return Math.max(0, peakBytes - restingBytes);
    }
}
