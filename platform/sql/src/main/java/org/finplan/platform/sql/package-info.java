/**
 * The one way to SQL. Facts, projections and lists are read and written in sets by statements with named parameters
 * ({@link org.jdbi.v3.core.Jdbi}, see ADR 1); what has a life cycle is an entity with a Panache repository.
 */
package org.finplan.platform.sql;
