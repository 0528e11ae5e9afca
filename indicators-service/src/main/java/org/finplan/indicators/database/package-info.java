/** Set-based SQL over plain JDBC: facts are written and read in sets, and have no life cycle that an ORM would track. */
package org.finplan.indicators.database;
