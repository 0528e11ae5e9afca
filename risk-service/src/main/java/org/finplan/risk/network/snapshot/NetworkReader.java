package org.finplan.risk.network.snapshot;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.finplan.risk.network.snapshot.NetworkRequest.EdgeRequest;
import org.finplan.risk.network.snapshot.NetworkRequest.FirmRequest;

/**
 * Reads a network that is being sent: firms and edges are taken one after the other, in whatever order, and each id is kept once. In the end
 * what contradicts itself is refused, and the firms and edges are put in order.
 */
final class NetworkReader {

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);
    private static final List<String> NOT_NEGATIVE = List.of("0..1e15");

    private final NetworkLimits limits;
    private final Map<String, Integer> names = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final IntColumn firmNames = new IntColumn();
    private final FirmColumns firms = new FirmColumns();
    private final EdgeColumns edges = new EdgeColumns();
    private final ContentDigest sentFirms = new ContentDigest();
    private final ContentDigest sentEdges = new ContentDigest();

    NetworkReader(NetworkLimits limits) {
        this.limits = limits;
    }

    void add(FirmRequest firm) {
        limits.requireFirms(firms.size() + 1);
        firmNames.add(name(firm.id()));
        firms.append(new Firm(firm.id(), firm.equity(), firm.weight(), firm.externalAssets(), firm.externalDebt()));
        sentFirms.add(
                firm.id(),
                text(firm.equity()),
                text(firm.weight()),
                text(firm.externalAssets()),
                text(firm.externalDebt()));
    }

    void add(EdgeRequest edge) {
        limits.requireEdges(edges.size() + 1);
        edges.append(new FirmEdge(
                name(edge.from()),
                name(edge.to()),
                edge.amount(),
                edge.contract() == null ? "" : edge.contract(),
                edge.share(),
                edge.since(),
                edge.until()));
        sentEdges.add(
                edge.from(),
                edge.to(),
                text(edge.amount()),
                text(edge.contract()),
                text(edge.share()),
                text(edge.since()),
                text(edge.until()));
    }

    private int name(String id) {
        return names.computeIfAbsent(id, any -> {
            ids.add(id);
            return ids.size() - 1;
        });
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /**
     * Puts together what was read.
     *
     * @param request what was sent beside firms and edges
     * @param today the day that it shows when none was sent
     */
    SentNetwork network(NetworkRequest request, LocalDate today) {
        NetworkKind kind = NetworkKind.find(request.kind())
                .orElseThrow(() -> NetworkError.UNKNOWN_CODE.at("/kind", request.kind(), NetworkKind.CODES));
        LocalDate asOf = request.asOf() == null ? today : request.asOf();
        int[] numbers = new int[ids.size()];
        FirmColumns sorted = firms(numbers);
        IntColumn tails = numbers("/from", edges.from, numbers);
        IntColumn heads = numbers("/to", edges.to, numbers);
        IntColumn kept = kept(tails, heads, asOf);
        JointContracts.check(edges, tails, heads, kept, kind);
        EdgeColumns inOrder = edges.in(edges.order(tails, heads, sorted.size(), kept), tails, heads);
        return new SentNetwork(
                new NetworkContent(kind, asOf, Boolean.TRUE.equals(request.synthetic()), sorted, inOrder),
                inOrder.parallel(),
                edges.size() - kept.size(),
                digest(request));
    }

    private String digest(NetworkRequest request) {
        ContentDigest all = new ContentDigest();
        HexFormat hex = HexFormat.of();
        all.add(request.kind(), text(request.asOf()), text(request.synthetic()));
        all.add(hex.formatHex(sentFirms.value()), hex.formatHex(sentEdges.value()));
        return hex.formatHex(all.value());
    }

    /** The firms in the order of their ids; the number of the firm of each id is written down, -1 for an id that is none's. */
    private FirmColumns firms(int[] numbers) {
        Arrays.fill(numbers, -1);
        boolean weighted = !firms.weight.isEmpty();
        Integer[] rows = new Integer[firms.size()];
        for (int row = 0; row < rows.length; row++) {
            String place = "/nodes/" + row;
            if (numbers[firmNames.get(row)] >= 0) {
                throw NetworkError.DUPLICATE_FIRM.at(place + "/id", ids.get(firmNames.get(row)), List.of());
            }
            if (weighted && firms.weight.get(row) == null) {
                throw NetworkError.WEIGHT_MISSING.at(place + "/weight", null, NOT_NEGATIVE);
            }
            requireRange(place + "/equity", firms.equity.get(row), LARGEST.negate());
            requireRange(place + "/weight", firms.weight.get(row), BigDecimal.ZERO);
            requireRange(place + "/externalAssets", firms.externalAssets.get(row), BigDecimal.ZERO);
            requireRange(place + "/externalDebt", firms.externalDebt.get(row), BigDecimal.ZERO);
            numbers[firmNames.get(row)] = row;
            rows[row] = row;
        }
        Arrays.sort(rows, Comparator.comparing((Integer row) -> ids.get(firmNames.get(row))));
        int[] order = new int[rows.length];
        for (int number = 0; number < rows.length; number++) {
            order[number] = rows[number];
            numbers[firmNames.get(rows[number])] = number;
        }
        return firms.in(order);
    }

    private static void requireRange(String pointer, @Nullable BigDecimal value, BigDecimal least) {
        if (value != null && (value.compareTo(least) < 0 || value.compareTo(LARGEST) > 0)) {
            throw NetworkError.OUT_OF_RANGE.at(
                    pointer, value.toPlainString(), least.signum() < 0 ? List.of("-1e15..1e15") : NOT_NEGATIVE);
        }
    }

    private IntColumn numbers(String property, IntColumn ends, int[] numbers) {
        IntColumn found = new IntColumn();
        for (int row = 0; row < edges.size(); row++) {
            int number = numbers[ends.get(row)];
            if (number < 0) {
                throw NetworkError.UNKNOWN_FIRM.at("/edges/" + row + property, ids.get(ends.get(row)), List.of());
            }
            found.add(number);
        }
        return found;
    }

    /** The edges that are in force; of the others their numbers must be right too. */
    private IntColumn kept(IntColumn tails, IntColumn heads, LocalDate asOf) {
        IntColumn kept = new IntColumn();
        long day = asOf.toEpochDay();
        for (int row = 0; row < edges.size(); row++) {
            if (tails.get(row) == heads.get(row)) {
                throw NetworkError.SELF_EDGE.at("/edges/" + row + "/to", ids.get(edges.to.get(row)), List.of());
            }
            requireRange("/edges/" + row + "/amount", edges.amount.get(row), BigDecimal.ZERO);
            int since = edges.since.number(row);
            int until = edges.until.number(row);
            if ((since == DayColumn.NONE || since <= day) && (until == DayColumn.NONE || until >= day)) {
                kept.add(row);
            }
        }
        return kept;
    }
}
