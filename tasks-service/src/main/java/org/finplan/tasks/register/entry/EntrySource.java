package org.finplan.tasks.register.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where an entry can be read.
 *
 * @param title title of the source
 * @param reference number or address, absent when there is none
 */
@Schema(name = "RegisterEntrySource")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntrySource(String title, @Nullable String reference) {

    static EntrySource of(@Nullable Entry.Source source) {
        return source == null ? null : new EntrySource(source.title(), source.reference());
    }
}
