/** The files of a plan package as text, as JSON and CSV, and as tables that fit their schemas. */
package org.finplan.platform.plan.table;
