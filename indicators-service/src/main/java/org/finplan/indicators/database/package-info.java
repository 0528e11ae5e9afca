/** What every writer of figures and targets needs of the database: locks of series, and reach beyond the caller's regions. */
package org.finplan.indicators.database;
