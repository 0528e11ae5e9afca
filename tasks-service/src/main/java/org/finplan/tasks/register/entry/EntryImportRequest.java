package org.finplan.tasks.register.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Entries for a register.
 *
 * @param items the entries, at most 500
 */
@Schema(name = "NewRegisterEntries")
record EntryImportRequest(@NotEmpty @Size(max = 500) List<@NotNull @Valid EntryRequest> items) {}
