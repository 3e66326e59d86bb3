package dev.versus.simulations.wsgi;

import dev.versus.run.EntryPoint;

/**
 * The deployments while their servers have nothing to do.
 *
 * @param flask that of Flask on Gunicorn
 * @param quart that of Quart on Hypercorn
 */
public record Rest(EntryPoint flask, EntryPoint quart) {}
