package dev.versus.services.shop;

class FlaskGunicornIT extends FlaskShop {

    FlaskGunicornIT() {
        super("flask-gunicorn");
    }
}
