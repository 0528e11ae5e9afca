package org.finplan.risk.network.snapshot;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.sql.Row;

/** Reads networks of up to 50,000 edges that were stored as arrays, before there was {@link CompactNetwork}. */
final class NetworkArrays {

    private NetworkArrays() {}

    static CompactNetwork.Columns read(Row row) throws SQLException {
        return new CompactNetwork.Columns(firms(row), edges(row));
    }

    private static FirmColumns firms(Row row) throws SQLException {
        List<String> ids = row.texts("firms");
        List<BigDecimal> equity = row.decimalsOrNulls("equity");
        List<BigDecimal> weight = row.decimalsOrNulls("weight");
        List<BigDecimal> assets = row.decimalsOrNulls("external_assets");
        List<BigDecimal> debt = row.decimalsOrNulls("external_debt");
        FirmColumns firms = new FirmColumns();
        for (int i = 0; i < ids.size(); i++) {
            firms.append(new Firm(ids.get(i), equity.get(i), weight.get(i), assets.get(i), debt.get(i)));
        }
        return firms;
    }

    private static EdgeColumns edges(Row row) throws SQLException {
        List<Integer> from = row.integers("edge_from");
        List<Integer> to = row.integers("edge_to");
        List<BigDecimal> amount = row.decimals("edge_amount");
        List<String> contract = row.texts("edge_contract");
        List<BigDecimal> share = row.decimalsOrNulls("edge_share");
        List<String> since = row.texts("edge_since");
        List<String> until = row.texts("edge_until");
        EdgeColumns edges = new EdgeColumns();
        for (int i = 0; i < from.size(); i++) {
            edges.append(new FirmEdge(
                    from.get(i),
                    to.get(i),
                    amount.get(i),
                    contract.get(i),
                    share.get(i),
                    date(since.get(i)),
                    date(until.get(i))));
        }
        return edges;
    }

    @Nullable
    private static LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
