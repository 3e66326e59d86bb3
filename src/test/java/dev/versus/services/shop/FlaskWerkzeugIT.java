package dev.versus.services.shop;

class FlaskWerkzeugIT extends FlaskShop {

    FlaskWerkzeugIT() {
        super("flask-werkzeug");
    }
}
