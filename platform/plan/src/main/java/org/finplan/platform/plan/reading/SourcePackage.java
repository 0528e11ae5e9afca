package org.finplan.platform.plan.reading;

import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.table.PlanFiles;

/**
 * A package together with the files that it was read from, so that it can be passed on as it came.
 *
 * @param read what they say
 * @param files the files
 */
public record SourcePackage(PlanPackage read, PlanFiles files) {}
