package org.finplan.risk.network.snapshot;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A network as it stood on a day. All amounts are in the same unit. */
@Schema(name = "NewNetwork")
record NetworkRequest(
        @Schema(
                description = "guarantee: an edge leads from guarantor to borrower; debt: from debtor to creditor.",
                examples = "guarantee")
        @NotBlank
        @Size(max = 20)
        String kind,

        @Schema(description = "The day that it shows; today when absent.", examples = "2025-12-31") @Nullable
        LocalDate asOf,

        @Schema(
                description = "true: made up, for a test or a demonstration; it is said wherever it is shown.",
                examples = "true")
        @Nullable
        Boolean synthetic,

        @Schema(
                description = "The firms, at most 200,000.",
                examples = "[{\"id\": \"演示样本-A\", \"equity\": 14}, {\"id\": \"演示样本-B\", \"equity\": 3},"
                        + " {\"id\": \"演示样本-C\", \"equity\": 5}, {\"id\": \"演示样本-D\", \"equity\": 9}]")
        @NotEmpty
        @JsonDeserialize(using = NetworkElements.Firms.class)
        List<@NotNull @Valid FirmRequest> nodes,

        @Schema(
                description = "The edges, at most 500,000. Parallel ones are summed and counted.",
                examples = "[{\"from\": \"演示样本-A\", \"to\": \"演示样本-B\", \"amount\": 4, \"until\": \"2030-12-31\"},"
                        + " {\"from\": \"演示样本-C\", \"to\": \"演示样本-A\", \"amount\": 2}]")
        @NotNull
        @JsonDeserialize(using = NetworkElements.Edges.class)
        List<@NotNull @Valid EdgeRequest> edges) {

    private static final int LONGEST_ID = 100;

    /** A firm. */
    @Schema(name = "NewNetworkFirm")
    record FirmRequest(
            @Schema(description = "Its id in the network, such as a credit code.", examples = "演示样本-A")
            @NotBlank
            @Size(max = LONGEST_ID)
            String id,

            @Schema(
                    description = "What it can lose. In a network of debts it is reckoned from externalAssets when"
                            + " absent. At or below zero it has failed from the start.",
                    examples = "14")
            @Nullable
            BigDecimal equity,

            @Schema(
                    description = "How much it counts, not negative; of all firms or of none, who then count the same.",
                    examples = "1")
            @Nullable
            BigDecimal weight,

            @Schema(description = "What it has from outside the network.", examples = "20") @Nullable
            BigDecimal externalAssets,

            @Schema(description = "What it owes outside the network; nothing when absent.", examples = "0") @Nullable
            BigDecimal externalDebt) {

        /** {@return whether nothing can be wrong by the constraints above; otherwise they are asked, which takes longer} */
        boolean fits() {
            return isId(id);
        }
    }

    /** An edge. */
    @Schema(name = "NewNetworkEdge")
    record EdgeRequest(
            @Schema(description = "Guarantor or debtor.", examples = "演示样本-A") @NotBlank @Size(max = LONGEST_ID)
            String from,

            @Schema(description = "Borrower or creditor.", examples = "演示样本-B") @NotBlank @Size(max = LONGEST_ID)
            String to,

            @Schema(description = "Amount, not negative; of a joint guarantee the full one.", examples = "4") @NotNull
            BigDecimal amount,

            @Schema(
                    description = "Contract that several guarantors gave together for one borrower.",
                    examples = "演示样本-C1")
            @Nullable
            @Size(min = 1, max = LONGEST_ID)
            String contract,

            @Schema(
                    description =
                            "The guarantor's share of the contract, above 0 to 1, of all its guarantors or of none.",
                    examples = "1")
            @Nullable
            BigDecimal share,

            @Schema(description = "First day. After asOf, the edge is left out and counted.", examples = "2024-01-01")
            @Nullable
            LocalDate since,

            @Schema(
                    description =
                            "Last day, of a guarantee that of its period. Before asOf, the edge is left out and counted.",
                    examples = "2099-12-31")
            @Nullable
            LocalDate until) {

        /** {@return whether nothing can be wrong by the constraints above; otherwise they are asked, which takes longer} */
        boolean fits() {
            return isId(from) && isId(to) && amount != null && (contract == null || isId(contract));
        }
    }

    private static boolean isId(@Nullable String text) {
        return text != null && text.length() <= LONGEST_ID && !text.isBlank();
    }
}
