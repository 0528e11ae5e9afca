/**
 * What plan packages say, as records, and the register of the plans that are loaded. A plan is data: its files lie below
 * {@code org/finplan/platform/plan/<code>/} or in a directory, and {@code reading} turns them into records.
 */
package org.finplan.platform.plan;
